#pragma once

/// Has screen readers told of every RowList as a table of one column that takes the keyboard when it is asked to, and
/// whose rows can be pressed. Qt's own table knows neither, and counts hidden headers among its children. May be called
/// again and again.
void speakRowLists();
