/** Names of fonts whose letters are bold, 黑体 among them. */
export const boldName = /bold|black|heavy|semibold|demi|hei(?![a-z])|黑|粗/i;
