// The same work by sharp, as its documentation teaches it: node sharp_peer.mjs PHOTO FOLDER four|one centre|attention [TEXT]
import { createRequire } from 'node:module';
import path from 'node:path';

// The package lies in the folder that is worked in, not beside this file.
const sharp = createRequire(path.join(process.cwd(), 'index.js'))('sharp');
const [photo, folder, count, position, text] = process.argv.slice(2);
const sizes = [[1080, 1350], [1080, 1080], [1080, 1920], [1200, 630]].slice(0, count === 'one' ? 1 : 4);

function box(width, height) {
    const side = Math.min(width, height);
    const letters = Math.round(side * 0.05);
    const high = letters * 2;
    const top = height - high - Math.round(side * 0.1);
    return Buffer.from(`<svg width="${width}" height="${height}">
        <rect x="${width * 0.1}" y="${top}" width="${width * 0.8}" height="${high}" rx="${letters / 3}" fill="#000" fill-opacity="0.65"/>
        <text x="50%" y="${top + letters * 1.35}" font-family="sans-serif" font-size="${letters}" fill="#fff" text-anchor="middle">${text}</text></svg>`);
}

await Promise.all(sizes.map(async ([width, height]) => {
    let work = sharp(photo).autoOrient().resize(width, height, { fit: 'cover', position });
    if (text) work = work.composite([{ input: box(width, height) }]);
    await work.jpeg({ quality: 97, chromaSubsampling: '4:4:4' }).toFile(path.join(folder, `sharp-${width}x${height}.jpg`));
}));
