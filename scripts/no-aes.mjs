/** In place of the AES that pdfkit encrypts with, whose tables are made when it is read: no file of ours is encrypted. */
const refuse = () => {
  throw new Error('no file is encrypted');
};

export { refuse as cbc, refuse as ecb };
