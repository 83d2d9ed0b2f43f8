/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_EPISODE_EDITOR (tl_episode_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlEpisodeEditor, tl_episode_editor, TL, EPISODE_EDITOR, AdwBin)

GtkWidget *tl_episode_editor_new         (TlSelection     *selection);
TlRecord  *tl_episode_editor_get_episode (TlEpisodeEditor *self);
TlRecord  *tl_episode_editor_find        (TlEpisodeEditor *self,
                                          TlRecord        *record);
void       tl_episode_editor_set_episode (TlEpisodeEditor *self,
                                          TlRecord        *episode);
void       tl_episode_editor_flush       (TlEpisodeEditor *self);

G_END_DECLS
