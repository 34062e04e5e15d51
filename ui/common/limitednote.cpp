#include "ui/common/limitednote.h"

#include "ui/common/pagedmodel.h"
#include "ui/common/theme.h"

#include <QLocale>

LimitedNote::LimitedNote(const PagedModel &model, QWidget *parent)
    : QuietLabel(QStringLiteral("limitedNote"), parent)
    , m_model(model)
{
    setWordWrap(true);
    setContentsMargins(Measure::margin, Measure::gap, Measure::margin, Measure::gap);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const QString words = m_model.query().search.isEmpty()
                                  ? tr("Only the first %1 are here yet. The rest is being read.")
                                  : tr("Only the first %1 matches are here yet. The rest is being looked for.");
        setText(words.arg(QLocale().toString(m_model.rowCount())));
        show();
    });
    connect(&model, &PagedModel::opened, this, &LimitedNote::follow);
    connect(&model, &PagedModel::changeEnded, this, &LimitedNote::follow);
    hide();
}

void LimitedNote::follow()
{
    if (!m_model.isLimited()) {
        m_patience.stop();
        hide();
    } else if (isHidden() && !m_patience.isActive()) {
        m_patience.start();
    }
}
