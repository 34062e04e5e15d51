#pragma once

class QWidget;

/// Has Tab go through `window` as the eye does: in the order of its layouts, whenever its widgets were made. Cheap enough
/// to call before each step, so that what has come or moved meanwhile is in its place.
void orderTabs(QWidget &window);
