/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlAccel:
 * @group: translatable, as for tl_terms_dup_declared(); consecutive lines with one group are shown together
 * @title: translatable; what the keys do, as for tl_terms_dup_phrase()
 * @action: detailed action name; its prefix says where the keys hold: everywhere in a window for "app", "win" and
 *   "window", while it has the keyboard for what a widget such as the canvas installs
 * @keys: (array zero-terminated=1): as gtk_accelerator_parse() reads them; the first is the one that menus show
 *
 * Keys and what they do.
 */
typedef struct {
  const char *group;
  const char *title;
  const char *action;
  const char *keys[4];
} TlAccel;

const TlAccel      *tl_accels_get               (guint          *n_accels);
gboolean            tl_accels_is_of_widget      (const TlAccel  *accel);
void                tl_accels_apply             (GtkApplication *application);
void                tl_accels_install           (GtkWidgetClass *widget_class,
                                                 const char     *prefix);
GtkEventController *tl_accels_create_controller (const char     *prefix);
char               *tl_accels_dup_label         (const TlAccel  *accel);
char               *tl_accels_dup_tooltip       (const char     *title,
                                                 const char     *action);

G_END_DECLS
