import '../src/taken/kepu-taken';

document.body.append(document.createElement('kepu-taken'));
