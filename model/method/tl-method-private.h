/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"

G_BEGIN_DECLS

/* The vocabularies that a pack defines are kept in arrays in this order. */
typedef enum {
  TL_METHOD_LEVELS,
  TL_METHOD_FACTOR_KINDS,
  TL_METHOD_LINK_KINDS,
  TL_METHOD_CATEGORIES,
  TL_METHOD_PATTERN_CATEGORIES,
} TlMethodPart;

#define TL_METHOD_N_PARTS (TL_METHOD_PATTERN_CATEGORIES + 1)

struct _TlMethod
{
  GObject parent_instance;

  /* owned; never changed once the pack has been read */
  char *id;
  char *version;
  char *title;
  char *description;
  char *origin;
  char *test_question;
  GArray *parts[TL_METHOD_N_PARTS]; /* of TlMethodEntry */
  TlRuleSeverity severities[TL_N_RULES];
  char *reasons[TL_N_RULES];
};

gboolean _tl_method_read    (TlMethod    *self,
                             GBytes      *bytes,
                             const char  *name,
                             GError     **error);
int      _tl_method_look_up_name (const char *const *names,
                             guint        n_names,
                             const char  *name);

extern const char *const _tl_factor_role_names[];
extern const char *const _tl_link_role_names[];
extern const char *const _tl_rule_names[];
extern const char *const _tl_rule_severity_names[];

#define TL_N_FACTOR_ROLES (TL_FACTOR_ROLE_VARIABLE + 1)
#define TL_N_LINK_ROLES (TL_LINK_ROLE_HINDERS + 1)
#define TL_N_RULE_SEVERITIES (TL_RULE_SEVERITY_ERROR + 1)

G_END_DECLS
