/** The column of provider_quarter that holds a figure. */
export const columnOfFigure = (figure: string) =>
  `${figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_cents`;
