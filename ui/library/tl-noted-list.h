/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-noted.h"

G_BEGIN_DECLS

#define TL_NOTED_MAX_DEEDS 3

/**
 * TlNotedDeed:
 * @label: what it does; with an underlined letter for one of the whole list; %NULL ends the deeds
 * @spoken: what it does to a line, for those who hear it: with "%s" for its title
 * @icon: (nullable): a symbol to show in place of the words
 * @action: an action of the window: given the target of a line, or for the whole list @target
 * @target: (nullable): what the action is given for the whole list; %NULL for one that takes nothing
 *
 * What can be done.
 */
typedef struct {
  const char *label;
  const char *spoken;
  const char *icon;
  const char *action;
  const char *target;
} TlNotedDeed;

/**
 * TlNotedListSpec:
 * @name: what the list is called
 * @icon: of the page that is shown where there is nothing
 * @nothing: its title
 * @explanation: what would be there
 * @advice: what stands above the list
 * @overall: what can be done about all
 * @begins: whether the first of these is done to have something here at all
 * @deeds: what can be done about a line
 *
 * A kind of list. All words are to be translated.
 */
typedef struct {
  const char *name;
  const char *icon;
  const char *nothing;
  const char *explanation;
  const char *advice;
  TlNotedDeed overall[TL_NOTED_MAX_DEEDS];
  gboolean    begins;
  TlNotedDeed deeds[TL_NOTED_MAX_DEEDS];
} TlNotedListSpec;

#define TL_TYPE_NOTED_LIST (tl_noted_list_get_type ())
G_DECLARE_FINAL_TYPE (TlNotedList, tl_noted_list, TL, NOTED_LIST, AdwBin)

GtkWidget *tl_noted_list_new       (const TlNotedListSpec *spec);
void       tl_noted_list_set_lines (TlNotedList           *self,
                                    GListModel            *lines);
void       tl_noted_list_set_note  (TlNotedList           *self,
                                    const char            *note);

G_END_DECLS
