#pragma once

#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/common/sendabletext.h"
#include "ui/invitations/decisionflow.h"
#include "ui/invitations/rejectdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

inline InvitationDetails rejectedDetails()
{
    const Invitation invitation = samples::invitation(QStringLiteral("i1"), QStringLiteral("Northwind Trading Ltd"),
                                                      QStringLiteral("Amara Osei"), 34);
    return {invitation, samples::london(), samples::now(), {}, {}};
}

/// The flow in a window, with the dialog open on what can be rejected.
struct FlowDesk
{
    FakeSession session;
    QWidget window;
    DecisionFlow flow{session, &window};

    FlowDesk()
    {
        session.world.invitations = {rejectedDetails().invitation};
        session.publish();
        window.show();
        flow.reject(rejectedDetails());
        widgets::settle();
    }
};

struct OpenedRejection
{
    QPointer<RejectDialog> dialog;
    std::vector<Decision> confirmed;
    std::vector<Draft> drafts;
    int discarded = 0;

    explicit OpenedRejection(int limit = 2'000, const std::vector<Reason> &reasons = samples::reasons())
        : dialog(new RejectDialog(rejectedDetails(), {reasons, limit, QStringLiteral("Harbour & Vale")}, nullptr))
    {
        QObject::connect(dialog, &DecisionDialog::confirmed, dialog,
                         [this](const Decision &decision) { confirmed.push_back(decision); });
        QObject::connect(dialog, &RejectDialog::draftChanged, dialog,
                         [this](const Draft &draft) { drafts.push_back(draft); });
        QObject::connect(dialog, &RejectDialog::draftDiscarded, dialog, [this] { ++discarded; });
        dialog->open();
    }
    ~OpenedRejection() { delete dialog; }
    OpenedRejection(const OpenedRejection &) = delete;
    OpenedRejection &operator=(const OpenedRejection &) = delete;
    [[nodiscard]] QPushButton &confirm() const
    {
        return *widgets::named<QPushButton>(*dialog, QStringLiteral("Confirm Rejection"));
    }
    void choose(const QString &label) const { widgets::named<QRadioButton>(*dialog, label)->click(); }
    [[nodiscard]] QPlainTextEdit *ownWords() const
    {
        return widgets::named<QPlainTextEdit>(*dialog, QStringLiteral("Reason in your own words"));
    }
    [[nodiscard]] QPlainTextEdit &message() const
    {
        return *widgets::named<QPlainTextEdit>(*dialog, QStringLiteral("Message to the client (optional)"));
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*dialog); }
    [[nodiscard]] QString preview() const
    {
        return widgets::named<QPlainTextEdit>(*dialog, QStringLiteral("The client will be told"))->toPlainText();
    }
};
