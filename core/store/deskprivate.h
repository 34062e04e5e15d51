#pragma once

#include "core/store/database.h"
#include "core/store/deskstore.h"

class DeskStore::Private
{
public:
    std::unique_ptr<Database> database;
};
