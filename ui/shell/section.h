#pragma once

/// The window's sections, in the order of the sidebar and of Ctrl+1..5.
enum class Section { Clients, Invitations, Waiting, Attention, Activity };

inline constexpr int sectionCount = 5;
