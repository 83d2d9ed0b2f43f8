/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date-shift.h"
#include "model/case/tl-lanes.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_narrative_edit_add_event      (TlEdit        *edit,
                                            const TlLanes *lanes,
                                            guint          lane,
                                            const char    *title,
                                            const TlDate  *date,
                                            GError       **error);
char     *tl_narrative_edit_add_account    (TlEdit        *edit,
                                            const char    *event_id,
                                            const char    *role_id,
                                            GError       **error);
char     *tl_narrative_edit_add_telling    (TlEdit        *edit,
                                            TlReview      *review,
                                            const char    *event_id,
                                            const char    *teller_id,
                                            const char    *told_id,
                                            GError       **error);
gboolean  tl_narrative_edit_add_to_episode (TlEdit        *edit,
                                            TlReview      *review,
                                            const char    *event_id,
                                            const char    *episode_id,
                                            GError       **error);
gboolean  tl_narrative_edit_shift          (TlEdit        *edit,
                                            TlRecord      *record,
                                            TlDateUnit     unit,
                                            int            n,
                                            GError       **error);
gboolean  tl_narrative_edit_set_begin      (TlEdit        *edit,
                                            TlRecord      *record,
                                            const TlDate  *date,
                                            GError       **error);

gboolean  tl_narrative_edit_get_begin      (TlRecord      *record,
                                            TlDate        *date);
TlDateUnit tl_narrative_edit_get_unit      (TlRecord      *record);

G_END_DECLS
