#pragma once

#include "core/domain/lists.h"

#include <vector>

/// Does what a model does with a step, to a plain vector. `inserted` are the rows of an Insert. Throws (as a failed
/// test) where the step isn't possible.
void applyStep(std::vector<qint64> &rows, const ListStep &step, const std::vector<qint64> &inserted);
