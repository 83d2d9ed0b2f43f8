/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-arena.h"
#include "model/record/tl-kind.h"

G_BEGIN_DECLS

typedef enum {
  TL_VALUE_UNSET,
  TL_VALUE_TEXT,    /* text, prose, digest of a body, choice, key, date, reference, id */
  TL_VALUE_INTEGER, /* int, bool */
  TL_VALUE_LIST,    /* choices, references */
} TlValueType;

/**
 * TlValue:
 * @type: which member holds
 * @ref: for a reference to one of several kinds, the index of the kind in the field's `refs`
 *
 * The value of one field. A zeroed one is unset; lists are never empty and texts never the empty string.
 */
typedef struct {
  TlValueType type;
  guint       ref;
  union {
    char  *text;
    gint64 integer;
    char **list;
  };
} TlValue;

/**
 * tl_value_get_text:
 * @value: a value
 *
 * Returns: (nullable): the text of one that is a text, key, date or reference and is set
 */
static inline const char *
tl_value_get_text (const TlValue *value)
{
  return value->type == TL_VALUE_TEXT ? value->text : NULL;
}

void      tl_value_clear        (TlValue           *value);
void      tl_values_clear       (TlValue           *values,
                                 guint              n_values);
void      tl_value_copy         (const TlValue     *value,
                                 TlValue           *copy);
gboolean  tl_value_equal        (const TlValue     *a,
                                 const TlValue     *b);
gboolean  tl_value_set_string   (TlValue           *value,
                                 const TlField     *field,
                                 const char        *text,
                                 GError           **error);
gboolean  tl_value_set_in_arena (TlValue          *value,
                                 const TlField     *field,
                                 const char        *text,
                                 TlArena           *arena,
                                 GError           **error);
gboolean  tl_value_set_strings  (TlValue           *value,
                                 const TlField     *field,
                                 const char *const *items,
                                 GError           **error);
char     *tl_value_dup_string   (const TlValue     *value,
                                 const TlField     *field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlValue, tl_value_clear)

G_END_DECLS
