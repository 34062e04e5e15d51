#include "core/session/crossing.h"

#include <QPointer>
#include <QThread>

#include <memory>

Crossing::~Crossing()
{
    drop(m_newest.exchange(nullptr));
}

void Crossing::post(std::function<void()> call)
{
    auto *const parcel = new Parcel{std::move(call)};
    Parcel *before = m_newest.load(std::memory_order_relaxed);
    do {
        parcel->next = before;
    } while (!m_newest.compare_exchange_weak(before, parcel, std::memory_order_acq_rel, std::memory_order_relaxed));
    // Whoever finds the shelf empty rings: deliver() empties it whole.
    if (!before)
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

void Crossing::deliver()
{
    Q_ASSERT(thread() == QThread::currentThread());
    const QPointer<Crossing> alive(this);
    Parcel *next = inOrderPosted(m_newest.exchange(nullptr, std::memory_order_acquire));
    while (next) {
        const std::unique_ptr<Parcel> parcel(next);
        next = parcel->next;
        parcel->call();
        if (!alive) { // The call ended us: what came after it has nobody to go to.
            drop(next);
            return;
        }
    }
}

Crossing::Parcel *Crossing::inOrderPosted(Parcel *newestFirst)
{
    Parcel *ordered = nullptr;
    while (newestFirst) {
        Parcel *const following = newestFirst->next;
        newestFirst->next = ordered;
        ordered = newestFirst;
        newestFirst = following;
    }
    return ordered;
}

void Crossing::drop(Parcel *parcels)
{
    while (parcels) {
        const std::unique_ptr<Parcel> parcel(parcels);
        parcels = parcel->next;
    }
}
