/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"

G_BEGIN_DECLS

/**
 * TlLinkLegend:
 * @role: the role of the link that is the sample
 * @sign: (nullable): its sign, a choice of the field
 * @state: (nullable): its state, a choice of the field
 * @title: translatable, what it says
 * @look: translatable, how it is told from the others without any colour
 * @mark: (nullable): what stands at the middle of its curve
 *
 * A line of the legend of links, the same on screen and on paper.
 */
typedef struct {
  TlLinkRole  role;
  const char *sign;
  const char *state;
  const char *title;
  const char *look;
  const char *mark;
} TlLinkLegend;

const TlLinkLegend *tl_link_legend_get       (guint      *n_lines);
gboolean            tl_link_legend_is_of     (const TlLinkLegend *line,
                                              TlMethod           *method);
char               *tl_link_legend_dup_marks (const char *sign,
                                              const char *state);

G_END_DECLS
