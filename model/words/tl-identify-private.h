/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-identify.h"

G_BEGIN_DECLS

/* One file of data/identifying. */
typedef struct {
  TlIdentifyKind kind;
  GRegex        *looked_for; /* NULL where only what the program knows is looked for */
  GRegex        *left_alone; /* NULL for nothing */
} TlIdentifyList;

TlIdentifyList *_tl_identify_read      (GBytes          *bytes,
                                        const char      *name,
                                        GError         **error);
void            _tl_identify_list_free (TlIdentifyList  *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIdentifyList, _tl_identify_list_free)

G_END_DECLS
