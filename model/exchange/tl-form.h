/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"

G_BEGIN_DECLS

#define TL_FORM_NAMESPACE "urn:throughline:review:1"
#define TL_FORM_VERSION "1"

/* How far a date can lie from the index event, since years run from 1800 to 2199. */
#define TL_FORM_MAX_MONTHS 4800

/**
 * TlPassage:
 * @TL_PASSAGE_NONE: the field stays in the review
 * @TL_PASSAGE_RELEASED: a text that leaves where a person has released it
 * @TL_PASSAGE_WHOLE: the field leaves as it stands
 * @TL_PASSAGE_MONTHS: a date that leaves as months from the index event
 *
 * How a field leaves in a tier.
 */
typedef enum {
  TL_PASSAGE_NONE,
  TL_PASSAGE_RELEASED,
  TL_PASSAGE_WHOLE,
  TL_PASSAGE_MONTHS,
} TlPassage;

/**
 * TlFormSlot:
 * @name: the name of the attribute or element
 * @declared: the declaration that values in the file follow: the field's own, or that of a number of months
 * @field: the index of the field in its kind
 * @ref: for a reference to one of several kinds, the index of the kind in the field's `refs`
 *
 * A place where a value stands in a file.
 */
typedef struct {
  const char    *name;
  const TlField *declared;
  guint          field;
  guint          ref;
} TlFormSlot;

/**
 * TlFormKind:
 * @kind: the declaration
 * @leaves: whether records of the kind leave in the tier
 * @passages: one a field
 * @attributes: in the order in which they are written, after the id
 * @elements: in the order in which they stand
 * @required: indexes of the fields that every record has, being nothing without what they refer to
 *
 * What a kind of record looks like in the files of a tier.
 */
typedef struct {
  const TlKind *kind;
  gboolean      leaves;
  TlPassage    *passages;
  TlFormSlot   *attributes;
  guint         n_attributes;
  TlFormSlot   *elements;
  guint         n_elements;
  guint        *required;
  guint         n_required;
} TlFormKind;

/**
 * TlForm:
 * @tier: to whom
 * @kinds: in the order of declaration, which is the order of a file
 *
 * The files of a tier, derived from the declarations and nothing else.
 */
typedef struct {
  TlTier      tier;
  TlFormKind *kinds;
  guint       n_kinds;
} TlForm;

const TlForm     *tl_form_get           (TlTier            tier);
const TlFormKind *tl_form_get_kind      (const TlForm     *form,
                                         const TlKind     *kind);
gboolean          tl_form_is_element    (const TlField    *field);
gboolean          tl_form_is_required   (const TlFormKind *kind,
                                         guint             field);
const TlField    *tl_form_get_field     (const TlFormKind *kind,
                                         guint             field);

G_END_DECLS
