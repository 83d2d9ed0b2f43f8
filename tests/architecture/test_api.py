# SPDX-License-Identifier: GPL-3.0-or-later
"""The evergreen subset of GTK and libadwaita: nothing that was deprecated after our floor (GTK 4.8, libadwaita 1.2).

The compiler cannot say this: with the floor as the newest version allowed it keeps silent about later deprecations. The
few of them for which the floor has no better are fenced into one file each, which offers the shape of the successor.
"""

import fnmatch
import re
import sys

import house
from house import Sample

# Class: what to use instead. Its functions, and the classes whose names begin with it and `*`, go with it.
CLASSES = {
    'GtkTreeView*': 'GtkColumnView or GtkListView',
    'GtkTreeStore': 'GtkTreeListModel',
    'GtkTreeSelection': 'GtkSelectionModel',
    'GtkTreeModel*': 'GListModel',
    'GtkListStore': 'GListStore',
    'GtkCellRenderer*': 'a list item factory',
    'GtkCellView': 'a list item factory',
    'GtkIconView': 'GtkGridView',
    'GtkComboBox*': 'GtkDropDown',
    'GtkEntryCompletion': 'a popover with a list',
    'GtkDialog': 'a modal window',
    'GtkMessageDialog': 'a modal window',
    'GtkAssistant': 'a modal window with a stack',
    'GtkFileChooser*': 'ui/dialogs/tl-file-chooser.h',
    'GtkColorButton': 'CSS classes',
    'GtkColorChooser*': 'CSS classes',
    'GtkFontButton': 'the font of the desktop',
    'GtkFontChooser*': 'the font of the desktop',
    'GtkAppChooser*': 'g_app_info_launch_default_for_uri',
    'GtkInfoBar': 'a box with a style class, or a toast',
    'GtkStatusbar': 'a label, or a toast',
    'GtkLockButton': 'a button',
    'GtkVolumeButton': 'a scale',
    'GtkShortcutsWindow': 'a list made from the table of accelerators',
    'GtkShortcutsSection': 'a list made from the table of accelerators',
    'AdwLeaflet': 'GtkPaned or GtkStack',
    'AdwFlap': 'GtkPaned or GtkRevealer',
    'AdwSqueezer': 'GtkStack',
    'AdwViewSwitcherTitle': 'AdwViewSwitcher',
    'AdwPreferencesWindow': 'AdwPreferencesPage in a window',
    'AdwMessageDialog': 'a modal window',
    'AdwEnumListModel': 'GtkStringList',
    'AdwAboutWindow': 'the one call in app/',
}

FUNCTIONS = {
    r'gtk_widget_(show|hide)': 'gtk_widget_set_visible',
    r'gtk_widget_get_allocated_(width|height|baseline)': 'gtk_widget_get_width, gtk_widget_get_height',
    r'gtk_widget_get_allocation': 'gtk_widget_compute_bounds',
    r'gtk_widget_translate_coordinates': 'gtk_widget_compute_point',
    r'gtk_widget_get_style_context': 'gtk_widget_add_css_class',
    r'gtk_style_context_(?!(add|remove)_provider_for_display\b)\w+': 'CSS classes',
    r'gtk_snapshot_render_\w+': 'CSS',
    r'gtk_render_\w+': 'CSS',
    r'gtk_show_uri(_full)?': 'g_app_info_launch_default_for_uri',
    r'gtk_css_provider_load_from_data': 'gtk_css_provider_load_from_resource',
    r'gtk_(image|picture)_(new_from|set|set_from|new_for)_pixbuf': 'a paintable',
    r'gtk_application_window_[gs]et_help_overlay': 'a list made from the table of accelerators',
    r'gdk_x11_\w+': 'nothing: no part depends on X11',
    r'adw_action_row_[gs]et_icon_name': 'adw_action_row_add_prefix',
}

# What stands in a fence may be used there and nowhere else.
FENCES = {
    'ui/dialogs/tl-file-chooser.c': re.compile(r'GtkFileChooser|gtk_file_chooser|GTK_FILE_CHOOSER'),
    'app/*.c': re.compile(r'AdwAboutWindow|adw_(show_)?about_window|ADW_.*ABOUT_WINDOW'),
    'ui/widgets/tl-colour.c': re.compile(r'gtk_widget_get_style_context|gtk_style_context_(get|lookup)_color'),
}


def snake(camel):
    return re.sub(r'(?<!^)(?=[A-Z])', '_', camel).lower()


def class_pattern(name):
    """The class itself, its functions and its macros. A class with `*` stands for every class that begins so."""
    star = name.endswith('*')
    name = name.rstrip('*')
    function = snake(name)
    tail = r'\w*' if star else r'(Class)?\b'
    return rf'\b(?:{name}{tail}|{function}_\w+|{cast_macro(function)}\b)'


def cast_macro(function):
    upper = function.upper()
    prefix, _, rest = upper.partition('_')
    return rf'(?:{upper}|{prefix}_(?:IS|TYPE)_{rest})'


BANNED = [(re.compile(class_pattern(name)), instead) for name, instead in CLASSES.items()] \
    + [(re.compile(rf'\b{function}\b'), instead) for function, instead in FUNCTIONS.items()]


def is_fenced(path, word):
    return any(fnmatch.fnmatch(path, place) and allowed.match(word) for place, allowed in FENCES.items())


def evergreen(root):
    complaints = []
    for path in house.files(root, ('.c', '.h', '.ui')):
        text = house.read(root, path)
        if not path.endswith('.ui'):
            text = house.without_comments(text)
        for pattern, instead in BANNED:
            for match in pattern.finditer(text):
                if not is_fenced(path, match[0]):
                    complaints.append(f'{path}:{house.line_of(text, match.start())}: {match[0]}; instead: {instead}')
    return complaints


def refuses(text, path='ui/window/tl-a.c'):
    word = re.search(r'\w+', text)[0]
    return Sample(f'{word} is refused in {path}', evergreen, {path: f'{text}\n'}, re.escape(f'{path}:1: {word}'))


def accepts(text, path='ui/window/tl-a.c'):
    return Sample(f'"{text}" is accepted in {path}', evergreen, {path: f'{text}\n'}, None)


SAMPLES = [
    refuses('GtkDialog *dialog;'),
    refuses('gtk_dialog_run (dialog);'),
    refuses('GTK_DIALOG (widget);'),
    refuses('GTK_IS_DIALOG (widget);'),
    refuses('GtkComboBoxText *box;'),
    refuses('gtk_combo_box_text_new ();'),
    refuses('GTK_TYPE_TREE_VIEW;'),
    refuses('gtk_widget_show (widget);'),
    refuses('gtk_style_context_add_class (context, "a");'),
    refuses('GtkFileChooserNative *chooser;'),
    refuses('GtkFileChooserNative *chooser;', 'ui/dialogs/tl-confirm.c'),
    refuses('adw_message_dialog_new (NULL, NULL, NULL);'),
    refuses('adw_about_window_new ();'),
    Sample('AdwLeaflet is refused in a template', evergreen,
           {'ui/window/tl-a.ui': '<object class="AdwLeaflet"/>\n'}, r'tl-a\.ui:1: AdwLeaflet'),
    accepts('GtkFileChooserNative *chooser;', 'ui/dialogs/tl-file-chooser.c'),
    accepts('adw_show_about_window (window, NULL);', 'app/tl-application.c'),
    accepts('gtk_style_context_add_provider_for_display (display, provider, 1);'),
    accepts('GtkTreeListModel *model = gtk_tree_list_model_new (root, FALSE, FALSE, create, NULL, NULL);'),
    accepts('GtkTreeExpander *expander = GTK_TREE_EXPANDER (child);'),
    accepts('gtk_widget_set_visible (widget, TRUE);'),
    accepts('/* unlike GtkDialog */'),
]

if __name__ == '__main__':
    sys.exit(house.main(SAMPLES, {'only the evergreen subset of GTK and libadwaita is used': evergreen}))
