#include "app/revertlink/RevertPage.h"

#include "models/wording/Isolation.h"

namespace addressdesk {

namespace {

bool isDeletion(const LinkView &view)
{
    return view.type == EventType::AddressDeleted;
}

QString deletedOn(const LinkView &view, const PageLanguage &language)
{
    const QString moment = language.moment(view.changedAt);
    if (view.addressLabel.isEmpty())
        return language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address was deleted on %1.")).arg(moment);
    //: %1 is a moment, %2 the customer's name for the address, for example "Home"
    return language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address “%2” was deleted on %1."))
        .arg(moment, wording::isolatedIfRightToLeft(view.addressLabel));
}

QString changedOn(const LinkView &view, const PageLanguage &language)
{
    const QString moment = language.moment(view.changedAt);
    if (view.addressLabel.isEmpty())
        return language.say(QT_TRANSLATE_NOOP("RevertPage", "This was changed in your address on %1:"))
            .arg(moment);
    //: %1 is a moment, %2 the customer's name for the address, for example "Home"
    return language.say(QT_TRANSLATE_NOOP("RevertPage", "This was changed in your address “%2” on %1:"))
        .arg(moment, wording::isolatedIfRightToLeft(view.addressLabel));
}

RevertPage openPage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    const QString nothingToDo =
        language.say(QT_TRANSLATE_NOOP("RevertPage", "If this is right, you have nothing to do."));
    if (isDeletion(view)) {
        page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address was deleted"));
        page.opening = deletedOn(view, language);
        page.explanation = {nothingToDo,
                            language.say(QT_TRANSLATE_NOOP(
                                "RevertPage", "If it is not, you can bring the address back as it was."))};
        page.button = language.say(QT_TRANSLATE_NOOP("RevertPage", "Restore the address"));
        return page;
    }
    page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address was changed"));
    page.opening = changedOn(view, language);
    for (const QString &title : view.fieldTitles)
        page.changes.append(language.fieldTitle(title));
    page.explanation = {
        nothingToDo,
        language.say(
            QT_TRANSLATE_NOOP("RevertPage", "If it is not, you can put back what was there before.")),
        language.say(QT_TRANSLATE_NOOP("RevertPage",
                                       "For your protection this page does not show the address itself."))};
    page.button = language.say(QT_TRANSLATE_NOOP("RevertPage", "Put it back"));
    return page;
}

RevertPage putBackPage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    if (isDeletion(view)) {
        page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address is restored"));
        page.opening = language.say(QT_TRANSLATE_NOOP(
            "RevertPage", "The address is there again, as it was. Thank you for telling us."));
    } else {
        page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "It is put back"));
        page.opening = language.say(QT_TRANSLATE_NOOP(
            "RevertPage", "Your address is as it was before this change. Thank you for telling us."));
    }
    page.explanation = {language.say(QT_TRANSLATE_NOOP("RevertPage", "You can close this page."))};
    return page;
}

RevertPage usedPage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    const QString moment = language.moment(view.decidedAt);
    if (isDeletion(view)) {
        page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "The address was restored before"));
        page.opening =
            moment.isEmpty()
                ? language.say(QT_TRANSLATE_NOOP("RevertPage", "It was restored already."))
                : language.say(QT_TRANSLATE_NOOP("RevertPage", "It was restored on %1.")).arg(moment);
    } else {
        page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "This change was put back before"));
        page.opening =
            moment.isEmpty()
                ? language.say(QT_TRANSLATE_NOOP("RevertPage", "It was put back already."))
                : language.say(QT_TRANSLATE_NOOP("RevertPage", "It was put back on %1.")).arg(moment);
    }
    page.explanation = {language.say(QT_TRANSLATE_NOOP("RevertPage", "You have nothing more to do."))};
    return page;
}

RevertPage expiredPage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    const QString moment = language.moment(view.decidedAt);
    page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "This link has expired"));
    page.opening = moment.isEmpty()
                       ? language.say(QT_TRANSLATE_NOOP("RevertPage", "It does not work any more."))
                       : language.say(QT_TRANSLATE_NOOP("RevertPage", "It worked until %1.")).arg(moment);
    page.explanation = {language.say(QT_TRANSLATE_NOOP(
        "RevertPage", "Nothing was put back. If something about your address is wrong, please contact us."))};
    return page;
}

QString changedAgain(const LinkView &view, const PageLanguage &language)
{
    const QString moment = language.moment(view.decidedAt);
    if (moment.isEmpty())
        return language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address was changed again after that."));
    return language.say(QT_TRANSLATE_NOOP("RevertPage", "Your address was changed again on %1.")).arg(moment);
}

/// Looking leaves no task for the operators, because GET writes nothing; so the page offers to ask them.
RevertPage changedSincePage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "Changed again since"));
    page.opening = changedAgain(view, language);
    page.explanation = {language.say(QT_TRANSLATE_NOOP(
        "RevertPage",
        "So this link cannot put anything back by itself. If something is wrong, ask us to look "
        "at it."))};
    page.button = language.say(QT_TRANSLATE_NOOP("RevertPage", "Ask for a check"));
    return page;
}

RevertPage askedPage(const LinkView &view, const PageLanguage &language)
{
    RevertPage page;
    page.title = language.say(QT_TRANSLATE_NOOP("RevertPage", "We will look at it"));
    page.opening = changedAgain(view, language);
    page.explanation = {language.say(QT_TRANSLATE_NOOP(
        "RevertPage", "So nothing was put back. An operator will look at it. You have nothing more to do."))};
    return page;
}

RevertPage plainPage(const PageLanguage &language, const char *title, const char *opening)
{
    RevertPage page;
    page.title = language.say(title);
    page.opening = language.say(opening);
    return page;
}

RevertPage unknownPage(const PageLanguage &language)
{
    RevertPage page = plainPage(language, QT_TRANSLATE_NOOP("RevertPage", "We do not know this link"),
                                QT_TRANSLATE_NOOP("RevertPage", "Perhaps it was not copied completely."));
    page.explanation = {language.say(
        QT_TRANSLATE_NOOP("RevertPage", "Please open it straight from our mail, or contact us."))};
    return page;
}

} // namespace

RevertPage RevertPage::ofLink(const LinkView &view, const PageLanguage &language)
{
    switch (view.state) {
    case LinkView::State::Unknown:
        return unknownPage(language);
    case LinkView::State::Open:
        return openPage(view, language);
    case LinkView::State::Used:
        return usedPage(view, language);
    case LinkView::State::Expired:
        return expiredPage(view, language);
    case LinkView::State::ChangedSince:
        return changedSincePage(view, language);
    case LinkView::State::Deleted:
        return plainPage(
            language, QT_TRANSLATE_NOOP("RevertPage", "This address does not exist any more"),
            QT_TRANSLATE_NOOP("RevertPage", "It was deleted after this change, so nothing can be put back."));
    case LinkView::State::Erased:
        return plainPage(
            language, QT_TRANSLATE_NOOP("RevertPage", "There is nothing to put back"),
            QT_TRANSLATE_NOOP("RevertPage", "We do not keep the data any more that this link was about."));
    case LinkView::State::PutBack:
        return putBackPage(view, language);
    }
    Q_UNREACHABLE();
}

RevertPage RevertPage::ofAnswer(const LinkView &view, const PageLanguage &language)
{
    return view.state == LinkView::State::ChangedSince ? askedPage(view, language) : ofLink(view, language);
}

RevertPage RevertPage::ofFailure(int status, const PageLanguage &language)
{
    switch (status) {
    case 404:
        return plainPage(language, QT_TRANSLATE_NOOP("RevertPage", "There is no such page"),
                         QT_TRANSLATE_NOOP("RevertPage", "Please open the link straight from our mail."));
    case 429:
        return plainPage(language, QT_TRANSLATE_NOOP("RevertPage", "Too many requests"),
                         QT_TRANSLATE_NOOP("RevertPage", "Please wait a minute, then open the link again."));
    case 500:
    case 503:
        return plainPage(language, QT_TRANSLATE_NOOP("RevertPage", "Please try again in a few minutes"),
                         QT_TRANSLATE_NOOP("RevertPage",
                                           "We could not finish this just now. Open the link again a little "
                                           "later: it will tell you where things stand."));
    default:
        return plainPage(language, QT_TRANSLATE_NOOP("RevertPage", "This request cannot be answered"),
                         QT_TRANSLATE_NOOP("RevertPage", "Please open the link straight from our mail."));
    }
}

} // namespace addressdesk
