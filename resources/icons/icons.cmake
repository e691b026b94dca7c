# The icons of the window, one family: 16-unit grid, 1.5 units of stroke, black lines that the program recolours by palette.
# A room takes them by include()ing this file and calling addressdesk_add_icons(its target). address-desk.svg is the coloured icon of the program. In the program they are found as ":/icons/NAME.svg".
set(ADDRESSDESK_ICON_FOLDER ${CMAKE_CURRENT_LIST_DIR})
set(ADDRESSDESK_ICONS
  address-desk columns connect customer database delete discard envelope help history info mail new redo
  refresh restore save search set-back settings undo warning)

function(addressdesk_add_icons target)
  list(TRANSFORM ADDRESSDESK_ICONS PREPEND "${ADDRESSDESK_ICON_FOLDER}/")
  list(TRANSFORM ADDRESSDESK_ICONS APPEND ".svg")
  qt_add_resources(${target} "icons" PREFIX "/icons" BASE ${ADDRESSDESK_ICON_FOLDER} FILES ${ADDRESSDESK_ICONS})
endfunction()
