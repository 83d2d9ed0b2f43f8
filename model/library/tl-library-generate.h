/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlGenerateOptions:
 * @n_records: how many files
 * @seed: the same seed and sizes give the same bytes
 * @method: (nullable): the method of all; %NULL varies
 * @n_factors: factors a record; 0 varies from 8 to 24
 * @n_links: links a record; 0 varies with the factors
 * @n_tags: tags a record; 0 varies with the factors
 *
 * What to generate.
 */
typedef struct {
  guint       n_records;
  guint32     seed;
  const char *method;
  guint       n_factors;
  guint       n_links;
  guint       n_tags;
} TlGenerateOptions;

gboolean  tl_library_generate (const char               *folder,
                               const TlGenerateOptions  *options,
                               GCancellable             *cancellable,
                               GError                  **error);

G_END_DECLS
