/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/checks/tl-check-problem.h"
#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlOutcome:
 * @TL_OUTCOME_ADDED: the review was not known
 * @TL_OUTCOME_SUPERSEDED: it took the place of an earlier revision
 * @TL_OUTCOME_OLDER: the library holds a later revision; left out
 * @TL_OUTCOME_UNCHANGED: the library holds the same
 * @TL_OUTCOME_WITHDRAWN: the review was withdrawn from the library; left out
 * @TL_OUTCOME_QUARANTINED: it was put aside
 *
 * What became of a file. The numbers stand in files and never change.
 */
typedef enum {
  TL_OUTCOME_ADDED,
  TL_OUTCOME_SUPERSEDED,
  TL_OUTCOME_OLDER,
  TL_OUTCOME_UNCHANGED,
  TL_OUTCOME_WITHDRAWN,
  TL_OUTCOME_QUARANTINED,
  TL_N_OUTCOMES,
} TlOutcome;

/**
 * TlReceiptAdvice:
 * @rule: a numbered rule
 * @severity: how firmly it is meant by the method of the review
 * @problems: how often it has something to say
 *
 * What a rule has to say of a record.
 */
typedef struct {
  const TlCheckRule *rule;
  TlSeverity         severity;
  guint              problems;
} TlReceiptAdvice;

/**
 * TlReceiptFile:
 * @file: as it was reached from what was given
 * @outcome: what became of it
 * @reason: (nullable): why, where it was not taken in
 * @record: the number of the record that it became; 0 where it became none
 * @advice: (nullable) (element-type TlReceiptAdvice): what the rules have to say of the record, the firmest first, as
 *   long as the library holds it
 */
typedef struct {
  char     *file;
  TlOutcome outcome;
  char     *reason;
  gint64    record;
  GArray   *advice;
} TlReceiptFile;

/**
 * TlReceiptRule:
 * @rule: a numbered rule
 * @records: of how many records it has something to say
 */
typedef struct {
  const TlCheckRule *rule;
  guint              records;
} TlReceiptRule;

/**
 * TlReceipt:
 * @number: counted from 1 in its library
 * @began: when, in milliseconds since 1970
 * @ended: when; 0 where it never came to an end, because it is still under way or the program was ended
 * @stopped: (nullable): why it ended before all files were looked at
 * @places: (element-type filename): what was given: files and folders
 * @counts: of files, by what became of them
 * @files: (nullable) (element-type TlReceiptFile): in the order in which they were met
 *
 * What became of the files of one gathering, for good.
 */
typedef struct {
  gint64     number;
  gint64     began;
  gint64     ended;
  char      *stopped;
  GPtrArray *places;
  guint      counts[TL_N_OUTCOMES];
  GPtrArray *files;
} TlReceipt;

const char *tl_outcome_get_key        (TlOutcome   outcome);
const char *tl_outcome_get_title      (TlOutcome   outcome);
const char *tl_outcome_get_meaning    (TlOutcome   outcome);

void        tl_receipt_free           (TlReceipt  *self);

/* tl-receipt-advice.c */
GArray     *tl_receipt_count_advice    (const TlReceipt     *self);
char       *tl_receipt_file_dup_advice (const TlReceiptFile *file);

TlReceipt  *tl_library_get_receipt    (TlLibrary  *library,
                                       gint64      number,
                                       GError    **error);
GPtrArray  *tl_library_list_receipts  (TlLibrary  *library,
                                       GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReceipt, tl_receipt_free)

G_END_DECLS
