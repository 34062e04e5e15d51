#pragma once

#include <QApplication>
#include <QSize>
#include <QString>
#include <QWidget>

/// What every gallery of pictures shares: the command line (`FOLDER [--dark] [--rtl] [--narrow] [--odd]`), and saving.
struct GalleryFrame
{
    QString folder;
    QSize size;
    bool isOdd = false; ///< Long, right-to-left, CJK and hostile text

    /// Reads the command line, and dresses the application by it.
    [[nodiscard]] static GalleryFrame begin(QApplication &application, QSize wide, QSize narrow);
    /// As it looks once nothing moves.
    void save(QWidget &widget, const char *name) const;
};
