/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlSeverity:
 * @TL_SEVERITY_ERROR: the method, or sense, does not allow it
 * @TL_SEVERITY_QUERY: should be looked at
 * @TL_SEVERITY_ADVICE: may be worth a thought
 *
 * How firmly something is meant. Nothing here ever stops anybody.
 */
typedef enum {
  TL_SEVERITY_ERROR,
  TL_SEVERITY_QUERY,
  TL_SEVERITY_ADVICE,
} TlSeverity;

const char *tl_severity_get_name  (TlSeverity severity);
const char *tl_severity_get_label (TlSeverity severity);

/**
 * TlCheckRule:
 * @code: its number, which never changes: a letter for what it is about and a figure
 * @name: its name, which never changes either: lower-case words with underscores
 * @severity: how firmly it is meant when no method says
 * @demand: the TlRule of a method that switches it on and says how firmly, or -1 if it holds in every method
 * @title: translatable, what it looks for in a few words
 * @explanation: translatable, why that matters, in a sentence or two
 * @in_records: whether a learning record holds all that it looks at
 *
 * A numbered rule, declared once.
 */
typedef struct {
  const char *code;
  const char *name;
  TlSeverity  severity;
  int         demand;
  const char *title;
  const char *explanation;
  gboolean    in_records;
} TlCheckRule;

#define TL_TYPE_CHECK_PROBLEM (tl_check_problem_get_type ())
G_DECLARE_FINAL_TYPE (TlCheckProblem, tl_check_problem, TL, CHECK_PROBLEM, GObject)

const TlCheckRule *tl_check_problem_get_rule          (TlCheckProblem *self);
const char        *tl_check_problem_get_code          (TlCheckProblem *self);
TlSeverity         tl_check_problem_get_severity      (TlCheckProblem *self);
const char        *tl_check_problem_get_message       (TlCheckProblem *self);
const char        *tl_check_problem_get_title         (TlCheckProblem *self);
const char        *tl_check_problem_get_explanation   (TlCheckProblem *self);
const char        *tl_check_problem_get_record_id     (TlCheckProblem *self);
const char        *tl_check_problem_get_subject       (TlCheckProblem *self);
gboolean           tl_check_problem_get_can_set_aside (TlCheckProblem *self);
gboolean           tl_check_problem_get_dismissed     (TlCheckProblem *self);
const char        *tl_check_problem_get_reason        (TlCheckProblem *self);

G_END_DECLS
