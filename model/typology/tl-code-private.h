/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/typology/tl-code.h"

G_BEGIN_DECLS

/* Filled by the typology while it is read, never changed afterwards. */
struct _TlCode
{
  GObject parent_instance;

  char *scheme;
  char *notation;
  char *qualified;
  char *label;
  char *definition;
  char *include;
  char *exclude;
  char *example;
  char **replaced_by;
  char *uri;
  GArray *matches; /* of TlCodeMatch; owns their texts */
  gboolean deprecated;

  TlCode *broader;      /* not owned: a code outlived by its parent forgets it */
  GListStore *children; /* of TlCode; NULL if there are none */
};

void _tl_code_add_child (TlCode *self,
                         TlCode *child);

G_END_DECLS
