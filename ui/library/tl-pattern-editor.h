/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_PATTERN_EDITOR (tl_pattern_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlPatternEditor, tl_pattern_editor, TL, PATTERN_EDITOR, AdwBin)

GtkWidget *tl_pattern_editor_new          (void);
void       tl_pattern_editor_set_typology (TlPatternEditor *self,
                                           const char      *id);
char      *tl_pattern_editor_dup_pattern  (TlPatternEditor *self);
gboolean   tl_pattern_editor_set_pattern  (TlPatternEditor *self,
                                           const char      *pattern);
gboolean   tl_pattern_editor_set_step     (TlPatternEditor *self,
                                           guint            step,
                                           const char      *code,
                                           const char      *level);

G_END_DECLS
