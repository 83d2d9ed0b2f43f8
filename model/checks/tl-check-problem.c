/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rule found: a sentence for the reviewer, and the record it is about. It never changes once it is listed. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TlCheckProblem
{
  GObject parent_instance;

  const TlCheckRule *rule;
  TlSeverity         severity;

  /* owned */
  char      *title;
  char      *explanation;
  char      *record_id;   /* may be NULL */
  char      *subject;
  char      *sort_title;
  char      *message;
  char      *reason;      /* may be NULL */
  GPtrArray *dismissals;  /* ids */
};

G_DEFINE_FINAL_TYPE (TlCheckProblem, tl_check_problem, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CODE,
  PROP_SEVERITY,
  PROP_SEVERITY_LABEL,
  PROP_MESSAGE,
  PROP_TITLE,
  PROP_EXPLANATION,
  PROP_RECORD_ID,
  PROP_CAN_SET_ASIDE,
  PROP_DISMISSED,
  PROP_REASON,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/**
 * tl_severity_get_name:
 * @severity: a severity
 *
 * Returns: its name for machines, which never changes
 */
const char *
tl_severity_get_name (TlSeverity severity)
{
  static const char *const names[] = { "error", "query", "advice" };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (names), NULL);
  return names[severity];
}

/**
 * tl_severity_get_label:
 * @severity: a severity
 *
 * Returns: what people see
 */
const char *
tl_severity_get_label (TlSeverity severity)
{
  switch (severity)
    {
    case TL_SEVERITY_ERROR:
      return _("Not as the method has it");
    case TL_SEVERITY_QUERY:
      return _("To look at");
    case TL_SEVERITY_ADVICE:
    default:
      return _("Worth a thought");
    }
}

/* GObject overrides */

static void
tl_check_problem_finalize (GObject *object)
{
  TlCheckProblem *self = TL_CHECK_PROBLEM (object);

  g_free (self->title);
  g_free (self->explanation);
  g_free (self->record_id);
  g_free (self->subject);
  g_free (self->sort_title);
  g_free (self->message);
  g_free (self->reason);
  g_ptr_array_unref (self->dismissals);

  G_OBJECT_CLASS (tl_check_problem_parent_class)->finalize (object);
}

static void
tl_check_problem_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlCheckProblem *self = TL_CHECK_PROBLEM (object);

  switch (id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->rule->code);
      break;
    case PROP_SEVERITY:
      g_value_set_string (value, tl_severity_get_name (self->severity));
      break;
    case PROP_SEVERITY_LABEL:
      g_value_set_string (value, tl_severity_get_label (self->severity));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_TITLE:
      g_value_set_string (value, tl_check_problem_get_title (self));
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, tl_check_problem_get_explanation (self));
      break;
    case PROP_RECORD_ID:
      g_value_set_string (value, self->record_id);
      break;
    case PROP_CAN_SET_ASIDE:
      g_value_set_boolean (value, tl_check_problem_get_can_set_aside (self));
      break;
    case PROP_DISMISSED:
      g_value_set_boolean (value, tl_check_problem_get_dismissed (self));
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
readable_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
readable_boolean (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tl_check_problem_class_init (TlCheckProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_check_problem_finalize;
  object_class->get_property = tl_check_problem_get_property;

  properties[PROP_CODE] = readable_string ("code");
  properties[PROP_SEVERITY] = readable_string ("severity");
  properties[PROP_SEVERITY_LABEL] = readable_string ("severity-label");
  properties[PROP_MESSAGE] = readable_string ("message");
  properties[PROP_TITLE] = readable_string ("title");
  properties[PROP_EXPLANATION] = readable_string ("explanation");
  properties[PROP_RECORD_ID] = readable_string ("record-id");
  properties[PROP_CAN_SET_ASIDE] = readable_boolean ("can-set-aside");
  properties[PROP_DISMISSED] = readable_boolean ("dismissed");
  properties[PROP_REASON] = readable_string ("reason");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_check_problem_init (TlCheckProblem *self)
{
  self->dismissals = g_ptr_array_new_with_free_func (g_free);
}

/* For this room. @title, @explanation and @message are taken over. */
TlCheckProblem *
_tl_check_problem_new (const TlCheckRule *rule,
                       TlSeverity         severity,
                       char              *title,
                       char              *explanation,
                       const char        *record_id,
                       const char        *subject,
                       const char        *sort_title,
                       char              *message)
{
  TlCheckProblem *self = g_object_new (TL_TYPE_CHECK_PROBLEM, NULL);

  self->rule = rule;
  self->severity = severity;
  self->title = title;
  self->explanation = explanation;
  self->record_id = g_strdup (record_id);
  self->subject = g_strdup (subject);
  self->sort_title = g_strdup (sort_title);
  self->message = message;
  return self;
}

/* Marks it as set aside by the record @dismissal. */
void
_tl_check_problem_dismiss (TlCheckProblem *self,
                           const char     *dismissal,
                           const char     *reason)
{
  g_ptr_array_add (self->dismissals, g_strdup (dismissal));
  if (self->reason == NULL)
    self->reason = g_strdup (reason);
}

/* (transfer none) (element-type utf8): ids of the dismissals that set it aside */
GPtrArray *
_tl_check_problem_get_dismissals (TlCheckProblem *self)
{
  return self->dismissals;
}

/* By severity, rule, what the record is called, and then so that no order is left to chance. */
int
_tl_check_problem_compare (TlCheckProblem *a,
                           TlCheckProblem *b)
{
  if (a->severity != b->severity)
    return a->severity < b->severity ? -1 : 1;
  if (a->rule != b->rule)
    return a->rule < b->rule ? -1 : 1;

  int order = strcmp (a->sort_title, b->sort_title);
  if (order == 0)
    order = strcmp (a->subject, b->subject);
  return order != 0 ? order : strcmp (a->message, b->message);
}

/* Whether a person would see the same. */
gboolean
_tl_check_problem_equal (TlCheckProblem *a,
                         TlCheckProblem *b)
{
  if (a->dismissals->len != b->dismissals->len || g_strcmp0 (a->reason, b->reason) != 0
      || strcmp (a->title, b->title) != 0 || strcmp (a->explanation, b->explanation) != 0
      || g_strcmp0 (a->record_id, b->record_id) != 0)
    return FALSE;
  for (guint i = 0; i < a->dismissals->len; i++)
    if (strcmp (g_ptr_array_index (a->dismissals, i), g_ptr_array_index (b->dismissals, i)) != 0)
      return FALSE;
  return _tl_check_problem_compare (a, b) == 0;
}

/* Public API */

/**
 * tl_check_problem_get_rule:
 *
 * Returns: (transfer none): the rule that found it
 */
const TlCheckRule *
tl_check_problem_get_rule (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->rule;
}

/**
 * tl_check_problem_get_code:
 *
 * Returns: the code of its rule, such as "S1"
 */
const char *
tl_check_problem_get_code (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->rule->code;
}

/**
 * tl_check_problem_get_severity:
 *
 * Returns: how firmly it is meant in this review
 */
TlSeverity
tl_check_problem_get_severity (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), TL_SEVERITY_ADVICE);
  return self->severity;
}

/**
 * tl_check_problem_get_message:
 *
 * Returns: one complete sentence that names the records by what they are called
 */
const char *
tl_check_problem_get_message (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->message;
}

/**
 * tl_check_problem_get_title:
 *
 * Returns: what its rule looks for, in the user's language and the words of the review's profile
 */
const char *
tl_check_problem_get_title (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->title;
}

/**
 * tl_check_problem_get_explanation:
 *
 * Returns: why it matters: the method's reason if it gives one, else the rule's
 */
const char *
tl_check_problem_get_explanation (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->explanation;
}

/**
 * tl_check_problem_get_record_id:
 *
 * Returns: (nullable): the record to go to; %NULL if it is about the review as a whole
 */
const char *
tl_check_problem_get_record_id (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->record_id;
}

/**
 * tl_check_problem_get_subject:
 *
 * Returns: the record that a dismissal of it names: that of tl_check_problem_get_record_id(), or the review
 */
const char *
tl_check_problem_get_subject (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->subject;
}

/**
 * tl_check_problem_get_can_set_aside:
 *
 * Returns: whether a reviewer may set it aside with a reason: everything but an error
 */
gboolean
tl_check_problem_get_can_set_aside (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), FALSE);
  return self->severity != TL_SEVERITY_ERROR;
}

/**
 * tl_check_problem_get_dismissed:
 *
 * Returns: whether a reviewer has set it aside
 */
gboolean
tl_check_problem_get_dismissed (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), FALSE);
  return self->dismissals->len > 0;
}

/**
 * tl_check_problem_get_reason:
 *
 * Returns: (nullable): why it was set aside
 */
const char *
tl_check_problem_get_reason (TlCheckProblem *self)
{
  g_return_val_if_fail (TL_IS_CHECK_PROBLEM (self), NULL);
  return self->reason;
}
