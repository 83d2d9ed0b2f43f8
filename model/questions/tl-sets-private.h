/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index in its files: tl-sets.c keeps it, tl-sets-facts.c reads the library's tables, tl-sets-settle.c writes
 * what is stored, tl-sets-blob.c is how a set looks there. */
#pragma once

#include <roaring/roaring.h>

#include "model/questions/tl-sets.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* Stands for a level where a set is of all of them. */
#define TL_SET_ANY_LEVEL "*"

struct _TlSets
{
  TlLibrary        *library;    /* borrowed: whoever has the index has the library */
  GHashTable       *loaded;     /* name → TlBits: those that were asked for */
  GHashTable       *fresh;      /* name → roaring_bitmap_t: of records that the stored sets do not know */
  roaring_bitmap_t *changed;    /* of these nothing that is stored holds */
  GString          *name;       /* to look up with */
  gint64            stored;     /* the generation of the sets in the file; 0 if there are none */
  gint64            generation; /* the same; 0 if they are not used */
  gint64            change;     /* the last one that is taken into account */
  gint64            last_record;
  gboolean          known;      /* whether anything of the above is */
  gint64            damaged;    /* the generation of stored sets that are not to be used; else 0 */
  gboolean          unsettled;  /* they could not be written; not tried again */
};

/* That a record belongs to a set. */
typedef void (*TlSetFact) (guint        record,
                             TlSetKind  kind,
                             const char  *key,
                             const char  *level,
                             gpointer     data);

gboolean      _tl_sets_read_facts     (TlConnection  *connection,
                                       gint64         first,
                                       gint64         last,
                                       TlSetFact      fact,
                                       gpointer       data,
                                       GError       **error);

TlConnection *_tl_sets_get_connection (TlSets        *self);
const char   *_tl_sets_name_set       (TlSets        *self,
                                       const char    *kind,
                                       const char    *key,
                                       const char    *level);
void          _tl_sets_forget         (TlSets        *self);
gboolean      _tl_sets_refresh        (TlSets        *self,
                                       GError       **error);
gboolean      _tl_sets_read_all       (TlSets        *self,
                                       GError       **error);
gboolean      _tl_sets_read_stored    (TlSets        *self,
                                       const char    *kind,
                                       const char    *key,
                                       const char    *level,
                                       TlBits        *bits,
                                       gboolean      *sound,
                                       GError       **error);
TlBits       *_tl_sets_load           (TlSets        *self,
                                       const char    *kind,
                                       const char    *key,
                                       const char    *level,
                                       GError       **error);
GHashTable   *_tl_sets_dup_names      (TlSets        *self,
                                       const char    *kind,
                                       GError       **error);
bool          _tl_sets_put_bit_in     (uint32_t       record,
                                       void          *bits);

GBytes       *_tl_sets_pack           (const TlBits  *bits,
                                       const char    *name);
gboolean      _tl_sets_unpack         (const void    *blob,
                                       gsize          length,
                                       const char    *name,
                                       TlBits        *bits);

G_END_DECLS
