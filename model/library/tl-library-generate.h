/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlPlant:
 * @codes: (array length=n_codes): notations of codes in the national typology, each of a factor of its own; %NULL for
 *   any code
 * @n_codes: how many
 * @links: (array length=n_links): causes and effects, by their places in @codes; a cause stands before its effect
 * @n_links: how many; all tested, and none rejected
 * @statement: (nullable): what the factors say instead of having a code: none can be given to them. A "%u" in it is
 *   replaced by some number
 * @percent: in how many of a hundred records
 *
 * What is to recur.
 */
typedef struct {
  const char *const *codes;
  guint              n_codes;
  const guint8     (*links)[2];
  guint              n_links;
  const char        *statement;
  guint              percent;
} TlPlant;

/**
 * TlGenerateOptions:
 * @n_records: how many files
 * @seed: the same seed and sizes give the same bytes
 * @method: (nullable): the method of all; %NULL varies
 * @n_factors: factors a record; 0 varies from 8 to 24
 * @n_factors_max: where it is more than @n_factors, the factors of a record vary from that to this
 * @n_links: links a record; 0 varies with the factors
 * @n_tags: tags a record; 0 varies with the factors
 * @plants: (nullable) (array length=n_plants): what is to recur; %NULL for a few pairs
 * @n_plants: how many
 *
 * What to generate.
 */
typedef struct {
  guint          n_records;
  guint32        seed;
  const char    *method;
  guint          n_factors;
  guint          n_factors_max;
  guint          n_links;
  guint          n_tags;
  const TlPlant *plants;
  guint          n_plants;
} TlGenerateOptions;

gboolean  tl_library_generate (const char               *folder,
                               const TlGenerateOptions  *options,
                               GCancellable             *cancellable,
                               GError                  **error);

G_END_DECLS
