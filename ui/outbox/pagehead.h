#pragma once

class QHBoxLayout;
class QString;
class QWidget;

/// The head of a page: its title, large, at the start of a row that the page goes on with.
[[nodiscard]] QHBoxLayout *pageHead(QWidget &page, const QString &objectName, const QString &title);
