#include "ui/common/countdown.h"

#include <algorithm>

OutboxEntry countedDown(const OutboxEntry &entry, Milliseconds passed)
{
    OutboxEntry shown = entry;
    if (shown.holdLeft)
        shown.holdLeft = std::clamp(*shown.holdLeft - passed, Milliseconds(0), *shown.holdLeft);
    return shown;
}

bool isCounting(const OutboxEntry &entry)
{
    return entry.operation.state == OperationState::Held && !entry.connecting && entry.holdLeft &&
           *entry.holdLeft > Milliseconds(0);
}
