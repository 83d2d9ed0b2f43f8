/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_episode_edit_add_role       (TlEdit      *edit,
                                          TlReview    *review,
                                          const char  *episode_id,
                                          const char  *role_id,
                                          GError     **error);
char     *tl_episode_edit_add_new_role   (TlEdit      *edit,
                                          const char  *episode_id,
                                          const char  *label,
                                          GError     **error);
char     *tl_episode_edit_add_new_event  (TlEdit      *edit,
                                          TlReview    *review,
                                          const char  *episode_id,
                                          const char  *title,
                                          GError     **error);
gboolean  tl_episode_edit_take_event     (TlEdit      *edit,
                                          TlReview    *review,
                                          const char  *episode_id,
                                          const char  *event_id,
                                          GError     **error);
gboolean  tl_episode_edit_add_factor     (TlEdit      *edit,
                                          TlReview    *review,
                                          const char  *episode_id,
                                          const char  *factor_id,
                                          GError     **error);
char     *tl_episode_edit_add_new_factor (TlEdit      *edit,
                                          TlMethod    *method,
                                          const char  *episode_id,
                                          const char  *statement,
                                          GError     **error);
gboolean  tl_episode_edit_take_factor    (TlEdit      *edit,
                                          TlReview    *review,
                                          const char  *episode_id,
                                          const char  *factor_id,
                                          GError     **error);

G_END_DECLS
