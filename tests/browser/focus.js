// Two pictures of where the focus is, with and without it: how much of the second is a mark that stands out.
async ({ on, off }) => {
  const pixels = async (png) => {
    const bytes = Uint8Array.from(atob(png), (each) => each.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const drawn = canvas.getContext("2d");
    drawn.drawImage(picture, 0, 0);
    return drawn.getImageData(0, 0, picture.width, picture.height).data;
  };
  const linear = (part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = (all, at) => 0.2126 * linear(all[at]) + 0.7152 * linear(all[at + 1]) + 0.0722 * linear(all[at + 2]);
  const [with_, without] = [await pixels(on), await pixels(off)];
  let changed = 0;
  let stands = 0;
  for (let at = 0; at < with_.length; at += 4) {
    const [a, b] = [light(with_, at), light(without, at)];
    if (Math.abs(a - b) < 0.001) continue;
    changed += 1;
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3) stands += 1;
  }
  return { changed, stands };
}
