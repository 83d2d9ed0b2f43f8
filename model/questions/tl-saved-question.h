/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-asked.h"

G_BEGIN_DECLS

/* The longest name, in characters, and the most questions that a library keeps. */
#define TL_SAVED_QUESTION_MAX_NAME 200
#define TL_SAVED_QUESTIONS_MAX 1000

/**
 * TlSavedQuestion:
 * @number: by which the library knows it
 * @name: what a person called it
 * @asked: (nullable): the question; %NULL if what the file has is none
 * @fault: (nullable): why it is none
 *
 * A question that is kept in the library under a name.
 */
typedef struct {
  gint64   number;
  char    *name;
  TlAsked *asked;
  char    *fault;
} TlSavedQuestion;

void             tl_saved_question_free       (TlSavedQuestion *self);

GPtrArray       *tl_library_list_questions    (TlLibrary       *library,
                                               GError         **error);
TlSavedQuestion *tl_library_find_question     (TlLibrary       *library,
                                               const char      *name,
                                               GError         **error);
gboolean         tl_library_save_question     (TlLibrary       *library,
                                               const char      *name,
                                               const TlAsked   *asked,
                                               GError         **error);
gboolean         tl_library_rename_question   (TlLibrary       *library,
                                               gint64           number,
                                               const char      *name,
                                               GError         **error);
gboolean         tl_library_delete_question   (TlLibrary       *library,
                                               gint64           number,
                                               GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSavedQuestion, tl_saved_question_free)

G_END_DECLS
