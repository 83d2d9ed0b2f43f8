/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_draw_id   (GRand *random);
char *tl_draw_date (GRand *random,
                    guint  first_year,
                    guint  n_years);

G_END_DECLS
