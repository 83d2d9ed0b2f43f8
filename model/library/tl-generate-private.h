/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generating in its two files: tl-library-generate.c makes files, reviews and people, tl-generate-graph.c the graph,
 * its coding and what was found. */
#pragma once

#include "model/exchange/tl-export.h"
#include "model/library/tl-library-generate.h"
#include "model/method/tl-method.h"
#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

typedef struct {
  const TlGenerateOptions *options;
  GRand      *rand;         /* owned */
  GPtrArray  *codes;        /* owned, of TlCode: those that have none below them */
  TlTypology *typology;

  /* of the record being made */
  TlMethod   *method;       /* owned */
  TlExport   *export;       /* owned */
  GPtrArray  *factors;      /* of TlPlainRecord in export: the outcome first, then ever further from it */
  GPtrArray  *links;        /* of TlPlainRecord in export */
  GPtrArray  *factor_codes; /* of TlCode: what each factor is about; NULL for what has no code */
  const char *lead;
  const char *second;
} TlGenerator;

/* tl-library-generate.c */
guint          _tl_generate_below      (TlGenerator   *self,
                                        guint          n);
gboolean       _tl_generate_chance     (TlGenerator   *self,
                                        guint          percent);
TlPlainRecord *_tl_generate_add        (TlGenerator   *self,
                                        const char    *kind);
TlValue       *_tl_generate_value      (TlPlainRecord *record,
                                        const char    *field);
void           _tl_generate_set        (TlPlainRecord *record,
                                        const char    *field,
                                        const char    *text);
void           _tl_generate_set_number (TlPlainRecord *record,
                                        const char    *field,
                                        gint64         number);
void           _tl_generate_set_any    (TlGenerator   *self,
                                        TlPlainRecord *record,
                                        const char    *field);
void           _tl_generate_set_list   (TlPlainRecord *record,
                                        const char    *field,
                                        GPtrArray     *items);

/* tl-generate-graph.c */
void           _tl_generate_graph      (TlGenerator   *self);
void           _tl_generate_coding     (TlGenerator   *self);
void           _tl_generate_findings   (TlGenerator   *self);

G_END_DECLS
