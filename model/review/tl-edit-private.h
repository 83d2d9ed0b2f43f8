/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"
#include "model/store/tl-changeset.h"

G_BEGIN_DECLS

typedef enum {
  EDIT_ADD,
  EDIT_SET,
  EDIT_REMOVE,
} EditVerb;

struct _TlEdit
{
  TlReview   *review;
  TlRecorder *recorder;
  char       *label;
  char       *group;
  GHashTable *added;   /* id → TlKind */
  GHashTable *removed; /* ids */
  gboolean    failed;  /* a verb went wrong half way: nothing of the edit may stay */

  /* For the wording, when the caller gives none. */
  guint       n_records;
  char       *subject; /* id of the first record touched */
  EditVerb    verb;
  const TlField *field;
  char       *title;
};

const TlKind *_tl_edit_find_kind (TlEdit     *edit,
                                  const char *id);
void          _tl_edit_note      (TlEdit        *edit,
                                  EditVerb       verb,
                                  const TlKind  *kind,
                                  const char    *id,
                                  const TlField *field);
char         *_tl_edit_dup_title (TlEdit        *edit,
                                  const TlKind  *kind,
                                  const char    *id);

G_END_DECLS
