#pragma once

/// The window's sections, in the order of the sidebar and of Ctrl+1..6.
enum class Section { Clients, Invitations, Waiting, Attention, Activity, History };

inline constexpr int sectionCount = 6;
