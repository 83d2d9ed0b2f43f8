/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_EPISODE_EYES (tl_episode_eyes_get_type ())
G_DECLARE_FINAL_TYPE (TlEpisodeEyes, tl_episode_eyes, TL, EPISODE_EYES, AdwPreferencesGroup)

GtkWidget *tl_episode_eyes_new (TlSelection *selection,
                                TlRecord    *episode);

G_END_DECLS
