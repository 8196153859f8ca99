import '../src/educator/kepu-studio';

document.body.append(document.createElement('kepu-studio'));
