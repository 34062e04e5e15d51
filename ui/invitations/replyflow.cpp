#include "ui/invitations/replyflow.h"

#include "ui/common/sentences.h"
#include "ui/invitations/rejectdialog.h"
#include "ui/invitations/repliesdialog.h"
#include "ui/invitations/replydialog.h"

#include <algorithm>

namespace {

std::vector<ReplyTemplate> byName(const std::vector<ReplyTemplate> &replies)
{
    std::vector<const ReplyTemplate *> order;
    for (const ReplyTemplate &reply : replies)
        order.push_back(&reply);
    std::stable_sort(order.begin(), order.end(), [](const ReplyTemplate *a, const ReplyTemplate *b) {
        return QString::localeAwareCompare(a->name, b->name) < 0;
    });
    std::vector<ReplyTemplate> sorted;
    for (const ReplyTemplate *reply : order)
        sorted.push_back(*reply);
    return sorted;
}

} // namespace

ReplyFlow::ReplyFlow(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    // They are one person's: with another one, or nobody, nothing of them stays on the screen.
    m_person.changes(session.overview().account);
    connect(&session, &Session::signInStateChanged, this, [this] {
        if (m_session.signInState() != SignInState::SignedIn)
            forget();
    });
    connect(&session, &Session::changed, this, [this] {
        if (m_person.changes(m_session.overview().account))
            forget();
    });
}

void ReplyFlow::forget()
{
    m_replies = std::vector<ReplyTemplate>();
    // Not asked first: neither an answer on its way nor words in it keep another person's dialog open.
    if (m_edited)
        m_edited->done(QDialog::Rejected);
    if (m_list)
        m_list->done(QDialog::Rejected);
    m_edited = nullptr;
    m_list = nullptr;
}

void ReplyFlow::serve(RejectDialog &dialog)
{
    m_served = &dialog;
    connect(&dialog, &RejectDialog::templateAsked, this,
            [this](const ReplyTemplate &reply) { edit(reply, *m_served); });
    connect(&dialog, &RejectDialog::templatesAsked, this, [this] { manage(*m_served); });
    read();
}

void ReplyFlow::manage(QWidget &window)
{
    if (m_list) {
        m_list->raise();
        m_list->activateWindow();
        return;
    }
    m_list = new RepliesDialog(m_session.overview().reasons, &window);
    connect(m_list, &RepliesDialog::editAsked, this, [this](const ReplyTemplate &reply) { edit(reply, *m_list); });
    connect(m_list, &RepliesDialog::deleteAsked, this, &ReplyFlow::remove);
    connect(m_list, &RepliesDialog::restoreAsked, this, &ReplyFlow::restore);
    m_list->open();
    read();
}

void ReplyFlow::read()
{
    m_session.loadReplyTemplates(this, [this](const Result<std::vector<ReplyTemplate>> &replies) { take(replies); });
}

void ReplyFlow::take(const Result<std::vector<ReplyTemplate>> &replies)
{
    m_replies.reset();
    if (replies)
        m_replies = byName(*replies);
    if (m_served)
        m_served->setReplies(m_replies);
    if (m_list)
        m_list->setReplies(m_replies.value_or(std::vector<ReplyTemplate>()));
    if (m_list && !m_replies)
        m_list->sayTrouble(Sentences::notRead(replies.error()));
}

void ReplyFlow::edit(const ReplyTemplate &reply, QWidget &window)
{
    if (m_edited)
        return;
    m_edited = new ReplyDialog(reply, m_session.overview().reasons, &window);
    connect(m_edited, &ReplyDialog::saveAsked, this, &ReplyFlow::save);
    m_edited->open();
}

void ReplyFlow::save(const ReplyTemplate &reply)
{
    const QPointer<ReplyDialog> dialog = m_edited;
    dialog->setKeeping(true);
    m_session.saveReplyTemplate(reply, this, [this, dialog](const Result<ReplyTemplate> &kept) {
        if (!dialog || dialog != m_edited)
            return; // Its person is not here any more
        if (!kept)
            return m_edited->showError(kept.error());
        m_edited->setKeeping(false);
        m_edited->accept();
        read();
    });
}

void ReplyFlow::remove(const ReplyTemplate &reply)
{
    m_session.deleteReplyTemplate(*reply.id, this, [this, reply](const Result<void> &done) {
        if (done && m_list)
            m_list->sayDeleted(reply);
        else if (m_list)
            m_list->sayTrouble(Sentences::notDeleted(done.error()));
        read();
    });
}

void ReplyFlow::restore(const ReplyTemplate &reply)
{
    m_session.saveReplyTemplate(reply, this, [this, reply](const Result<ReplyTemplate> &kept) {
        if (!kept && m_list)
            m_list->sayNotRestored(reply, Sentences::notSaved(kept.error()));
        read();
    });
}
