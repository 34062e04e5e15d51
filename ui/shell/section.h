#pragma once

/// The window's sections, in the order of the sidebar and of Ctrl+1..7.
enum class Section { Clients, Invitations, Waiting, Attention, Activity, History, Insight };

inline constexpr int sectionCount = 7;
