#pragma once

#include <QObject>

#include <atomic>
#include <functional>

/// Calls on their way to the thread that this object lives on: any thread posts, that one runs them, in the order posted.
/// What hands a call over is a std::atomic of ours and not Qt's event queue, so that ThreadSanitizer, which can't see into
/// Qt, sees the order between the threads; Qt only wakes the other side. Calls that nobody took die with the object.
class Crossing final : public QObject
{
    Q_OBJECT

public:
    explicit Crossing(QObject *parent = nullptr) : QObject(parent) {}
    /// On its own thread, or once that has ended and nobody posts any more.
    ~Crossing() override;

    /// From any thread; never runs `call` itself.
    void post(std::function<void()> call);

private:
    struct Parcel
    {
        std::function<void()> call;
        Parcel *next = nullptr;
    };

    Q_INVOKABLE void deliver();
    static Parcel *inOrderPosted(Parcel *newestFirst);
    static void drop(Parcel *parcels);

    std::atomic<Parcel *> m_newest{nullptr};
};
