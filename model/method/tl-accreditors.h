/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_ACCREDITOR_MAX_BYTES (16 * 1024)

/**
 * TlAccreditor:
 * @id: such as "scie"
 * @title: what it is called, and written with a reviewer
 * @description: what its accreditation takes
 * @methods: ids of the method packs that it accredits for, ended by %NULL
 *
 * A body that accredits reviewers.
 */
typedef struct {
  char  *id;
  char  *title;
  char  *description;
  char **methods;
} TlAccreditor;

GPtrArray          *tl_accreditors_list (GPtrArray  **problems);
const TlAccreditor *tl_accreditors_find (GPtrArray   *accreditors,
                                         const char  *title);

G_END_DECLS
