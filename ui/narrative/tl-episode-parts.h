/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-part-list.h"

G_BEGIN_DECLS

extern const TlPart tl_episode_part_events;
extern const TlPart tl_episode_part_factors;

G_END_DECLS
