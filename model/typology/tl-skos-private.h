/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Over these a file is refused. The largest known schemes of this sort have a few hundred codes in three tiers. */
#define TL_SKOS_MAX_BYTES (4 * 1024 * 1024)
#define TL_SKOS_MAX_CONCEPTS 5000
#define TL_SKOS_MAX_TIERS 16
#define TL_SKOS_MAX_TEXT 8000 /* characters */

/* What is read of a scheme or a concept; everything else in the file is passed over. */
typedef enum {
  TL_SKOS_NOTATION,
  TL_SKOS_PREF_LABEL,
  TL_SKOS_ALT_LABEL,
  TL_SKOS_HIDDEN_LABEL,
  TL_SKOS_DEFINITION,
  TL_SKOS_SCOPE_NOTE,
  TL_SKOS_INCLUDE,
  TL_SKOS_EXCLUDE,
  TL_SKOS_EXAMPLE,
  TL_SKOS_TITLE,
  TL_SKOS_DESCRIPTION,
  TL_SKOS_VERSION,
  TL_SKOS_DEPRECATED,
  TL_SKOS_HAS_TOP_CONCEPT,
  TL_SKOS_TOP_CONCEPT_OF,
  TL_SKOS_IN_SCHEME,
  TL_SKOS_BROADER,
  TL_SKOS_NARROWER,
  TL_SKOS_RELATED,
  TL_SKOS_REPLACED_BY,
  TL_SKOS_EXACT_MATCH,
  TL_SKOS_CLOSE_MATCH,
  TL_SKOS_BROAD_MATCH,
  TL_SKOS_NARROW_MATCH,
  TL_SKOS_RELATED_MATCH,
  TL_SKOS_N_PROPERTIES
} TlSkosProperty;

/* A text in a language, or the URI of another resource. */
typedef struct
{
  char *value;
  char *language; /* lower case; "" if none is said, and for a URI */
  int line;
} TlSkosStatement;

typedef struct _TlSkosResource TlSkosResource;

struct _TlSkosResource
{
  char *uri;
  int line;
  gboolean is_scheme;
  GPtrArray *statements[TL_SKOS_N_PROPERTIES]; /* of TlSkosStatement; NULL if nothing is said */

  /* found by _tl_skos_check () */
  TlSkosResource *broader;
  int broader_line;
  int top_line; /* where it is said to be a top concept; 0 if it isn't */
};

typedef struct
{
  char *name; /* for messages */
  TlSkosResource *scheme;
  GPtrArray *concepts; /* of TlSkosResource, in the order of the file */
  GHashTable *by_uri;  /* URI to TlSkosResource, the scheme too */
} TlSkosFile;

TlSkosFile      *_tl_skos_read       (GBytes           *bytes,
                                      const char       *name,
                                      GError          **error);
gboolean         _tl_skos_check      (TlSkosFile       *file,
                                      GError          **error);
void             _tl_skos_file_free  (TlSkosFile       *file);

gboolean         _tl_skos_refuse     (const TlSkosFile *file,
                                      int               line,
                                      GError          **error,
                                      const char       *format,
                                      ...) G_GNUC_PRINTF (4, 5);
guint            _tl_skos_get_n      (const TlSkosResource *resource,
                                      TlSkosProperty        property);
TlSkosStatement *_tl_skos_get        (const TlSkosResource *resource,
                                      TlSkosProperty        property,
                                      guint                 position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSkosFile, _tl_skos_file_free)

G_END_DECLS
