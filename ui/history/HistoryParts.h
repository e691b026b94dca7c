#pragma once

#include <QCoreApplication>

class QComboBox;
class QLabel;
class QPushButton;
class QWidget;

namespace addressdesk {

class FoldedDetails;
class HistoryActions;
class HistoryModel;
class HistoryNotice;
class HistoryView;

/// The widgets of a HistoryPanel, one below the other, and how they share its height: rather than cutting
/// sentences a low panel leaves out what can be done without.
class HistoryParts final
{
    Q_DECLARE_TR_FUNCTIONS(addressdesk::HistoryParts)

public:
    /// The widgets become those of `panel`, which has to outlive this.
    HistoryParts(HistoryModel &model, QWidget &panel);

    [[nodiscard]] QComboBox &filter() const { return *m_filter; }
    [[nodiscard]] HistoryNotice &notice() const { return *m_notice; }
    [[nodiscard]] HistoryView &view() const { return *m_view; }
    /// What is said in place of a history.
    [[nodiscard]] QLabel &state() const { return *m_state; }
    /// The technical words of what is said there.
    [[nodiscard]] FoldedDetails &details() const { return *m_details; }
    [[nodiscard]] QPushButton &retry() const { return *m_retry; }
    [[nodiscard]] HistoryActions &actions() const { return *m_actions; }

    /// To be called when the panel's height or what it says has changed.
    void giveWay();
    /// Without the list, in pixels.
    [[nodiscard]] int minimumHeight(int width) const;
    /// With the chosen change whole and all that belongs to it.
    [[nodiscard]] int heightForAChange() const;
    [[nodiscard]] int usualHeight() const;

private:
    /// What a panel leaves out when it is too low, one after the other.
    enum class Brevity { Whole, WithoutChoice, WithoutFilter, WithoutList };

    void arrange();
    [[nodiscard]] QLabel *buildFilter();
    [[nodiscard]] int neededHeight(int width, Brevity brevity) const;

    QWidget &m_panel;
    QWidget *m_heading;
    QComboBox *m_filter;
    HistoryNotice *m_notice;
    HistoryView *m_view;
    QLabel *m_state;
    FoldedDetails *m_details;
    QPushButton *m_retry;
    HistoryActions *m_actions;
    Brevity m_brevity = Brevity::Whole;
};

} // namespace addressdesk
