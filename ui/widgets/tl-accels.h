/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlAccel:
 * @group: translatable; consecutive lines with one group are shown together
 * @title: translatable; what the keys do
 * @action: (nullable): detailed action name, or %NULL where a widget sees to the keys itself
 * @keys: (array zero-terminated=1): as gtk_accelerator_parse() reads them
 *
 * Keys and what they do.
 */
typedef struct {
  const char *group;
  const char *title;
  const char *action;
  const char *keys[3];
} TlAccel;

const TlAccel *tl_accels_get (guint *n_accels);

G_END_DECLS
