#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#ifdef ATLAS_TEST_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

/// Every test program has an event loop's owner, so that signals, timers and sockets work in it.
int main(int argc, char **argv)
{
    const Application application(argc, argv);
    return Catch::Session().run(argc, argv);
}
