/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_EPISODE_RATIONALES (tl_episode_rationales_get_type ())
G_DECLARE_FINAL_TYPE (TlEpisodeRationales, tl_episode_rationales, TL, EPISODE_RATIONALES, AdwPreferencesGroup)

GtkWidget *tl_episode_rationales_new (TlReview *review,
                                      TlRecord *episode);

G_END_DECLS
