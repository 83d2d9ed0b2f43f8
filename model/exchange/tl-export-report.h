/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"

G_BEGIN_DECLS

/**
 * TlWithheldReason:
 * @TL_WITHHELD_KIND: no record of the kind leaves in the tier
 * @TL_WITHHELD_FIELD: the field does not leave in the tier
 * @TL_WITHHELD_UNRELEASED: the text could leave and nobody has released it as it stands
 * @TL_WITHHELD_NAME: a text that was released holds a name the review knows
 * @TL_WITHHELD_DAY: a text that was released holds a day
 * @TL_WITHHELD_CONTACT: a text that was released holds a telephone number, an address or a number that a person has
 * @TL_WITHHELD_NO_INDEX: a date can't become months, since the review has no index event
 * @TL_WITHHELD_UNKNOWN_KEY: the key means nothing in the method or the typologies
 * @TL_WITHHELD_REPLACED: a text leaves with the labels of roles in the place of names
 *
 * Why something stays when a review leaves.
 */
typedef enum {
  TL_WITHHELD_KIND,
  TL_WITHHELD_FIELD,
  TL_WITHHELD_UNRELEASED,
  TL_WITHHELD_NAME,
  TL_WITHHELD_DAY,
  TL_WITHHELD_CONTACT,
  TL_WITHHELD_NO_INDEX,
  TL_WITHHELD_UNKNOWN_KEY,
  TL_WITHHELD_REPLACED,
} TlWithheldReason;

/**
 * TlWithheld:
 * @reason: why
 * @kind: of what kind
 * @field: (nullable): which field; %NULL for a whole kind
 * @id: (nullable): which record; %NULL where records are only counted
 * @title: (nullable): what that record is called
 * @passage: (nullable): the name, day, contact or key that was found
 * @count: how many records
 *
 * Something that does not leave.
 */
typedef struct {
  TlWithheldReason reason;
  const TlKind    *kind;
  const TlField   *field;
  char            *id;
  char            *title;
  char            *passage;
  guint            count;
} TlWithheld;

/**
 * TlExportReport:
 * @tier: to whom
 * @left: how many records of each kind leave, by position of the kind
 * @withheld: (element-type TlWithheld): what does not, in the order of the declarations
 *
 * What an export contains and what it does not: to be shown before it leaves.
 */
typedef struct {
  TlTier     tier;
  GArray    *left;
  GPtrArray *withheld;
} TlExportReport;

TlExportReport *tl_export_report_new        (TlTier                tier);
void            tl_export_report_free       (TlExportReport       *self);

void            tl_export_report_count      (TlExportReport       *self,
                                             TlWithheldReason      reason,
                                             const TlKind         *kind,
                                             const TlField        *field);
void            tl_export_report_add        (TlExportReport       *self,
                                             TlWithheldReason      reason,
                                             const TlKind         *kind,
                                             const TlField        *field,
                                             const char           *id,
                                             const char           *title,
                                             const char           *passage);
char           *tl_withheld_dup_sentence    (const TlWithheld     *withheld);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportReport, tl_export_report_free)

G_END_DECLS
