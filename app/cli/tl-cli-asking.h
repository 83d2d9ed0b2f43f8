/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the questions to a library have in common on the command line. */
#pragma once

#include "app/cli/tl-cli.h"
#include "model/library/tl-library.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlCliAsking:
 * @across: set before parsing: whether the question counts through crosswalks, and its counts can be rounded
 * @population: the reviews that are asked about; its texts are in @texts
 * @threshold: counts from 1 to this are withheld
 * @round: what is shown is rounded to this; 0 or 1 for nothing
 * @internal: withhold nothing
 * @csv: whether to print CSV
 * @library: (nullable): owned
 *
 * A question as it was asked.
 */
typedef struct {
  gboolean     across;
  TlPopulation population;
  int          threshold;
  int          round;
  gboolean     internal;
  gboolean     csv;
  TlLibrary   *library;

  /*< private >*/
  gboolean     direct;
  char        *typology;
  char        *years;
  char        *region;
  char        *level;
  char        *method;
  char        *agency;
  char        *age;
  char        *type;
  char        *coder;
} TlCliAsking;

gboolean tl_cli_asking_parse (TlCliAsking        *self,
                              TlCli              *cli,
                              int                *argc,
                              char             ***argv,
                              const GOptionEntry *entries,
                              int                 min_arguments,
                              int                 max_arguments);
gboolean tl_cli_asking_open  (TlCliAsking        *self,
                              const char         *path,
                              GError            **error);
void     tl_cli_asking_clear (TlCliAsking        *self);
void     tl_cli_add_count    (JsonBuilder        *builder,
                              const char         *name,
                              gint64              count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliAsking, tl_cli_asking_clear)

G_END_DECLS
